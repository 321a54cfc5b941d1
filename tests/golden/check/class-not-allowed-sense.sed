s|<sense command="RCPT" reference="rfc5321" section="3.1" reason|<sense command="RCPT" class="transient" reason|
