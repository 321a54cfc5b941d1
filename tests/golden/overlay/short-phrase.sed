s|<match>account closed, ticket |<match>ticks |;s|<example>554 5.4.6 account closed, ticket|<example>554 5.4.6 ticks|
