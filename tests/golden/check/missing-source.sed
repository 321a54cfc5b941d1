/<reply code="250"/,/<\/reply>/{/<see/d}
