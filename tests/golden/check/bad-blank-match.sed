s|<match>Too many hops |<match> Too many hops |
