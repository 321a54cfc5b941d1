1,$s|.*|hello|
