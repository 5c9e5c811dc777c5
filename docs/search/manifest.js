__part("manifest",{"format":1,"documents":6,"shards":0,"version":"f92bddb8"});
