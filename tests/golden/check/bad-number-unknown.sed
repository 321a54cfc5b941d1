s|id="unknown" number="0"|id="unknown" number="2"|;s|number="1" group="way"|number="3" group="way"|
