/<label id="meaning">/,/<\/label>/{/text/d}
