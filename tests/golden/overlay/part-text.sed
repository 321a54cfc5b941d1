/extend label/s|label="meaning"|section="mail"|
