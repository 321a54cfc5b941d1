s|reason id="mail-loop"|reason id="looping-mail-that-returns"|
