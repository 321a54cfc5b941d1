s|id="other-site" number="40000"|id="site-account-closed" number="32767"|;s|number="32767"|number="32769"|
