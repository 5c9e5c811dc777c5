var __index = {"config":{"lang":["zh"],"separator":" ","pipeline":[]},"docs":[]};
