__part("manifest",{"documents":6,"shards":0,"version":"6d238570"});
