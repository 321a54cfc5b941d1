s|id="site-account-closed"|id="too-many-hops"|
