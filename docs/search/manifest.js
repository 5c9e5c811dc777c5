__part("manifest",{"documents":6,"shards":0,"version":"0f422cf8"});
