s|The person has left.|A rule of the server.|
