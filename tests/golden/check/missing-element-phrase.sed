/too many hops 26/Id
