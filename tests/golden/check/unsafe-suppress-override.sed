s|class="permanent" since|class="permanent" suppress="yes" since|
