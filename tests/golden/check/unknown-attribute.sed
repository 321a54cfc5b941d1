s|kind="mta" href|kind="mta" url|
