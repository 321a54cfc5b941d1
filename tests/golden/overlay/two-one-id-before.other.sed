s|id="other-site"|id="site-account-closed"|
