s|notice id="site-account-closed" number="32768"|notice id="site-account-closed" number="5"|
