s|<text xml:lang="en">No service here.</text>|<text xml:lang="en">Service is here.</text>|
