s|reason="mail-loop" reply="554" status="5.4.6" class="permanent"|& about="route"|
