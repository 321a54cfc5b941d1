/Exampleのアカウント閉鎖/d
