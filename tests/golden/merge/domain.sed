$a\\ndomain "other"\nmsgid "An old text."\nmsgstr "昔の文面。"
