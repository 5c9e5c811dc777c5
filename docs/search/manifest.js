__part("manifest",{"documents":6,"shards":0,"version":"350c8878"});
