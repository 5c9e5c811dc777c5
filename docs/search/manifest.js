__part("manifest",{"documents":6,"shards":0,"version":"a0a861e5"});
