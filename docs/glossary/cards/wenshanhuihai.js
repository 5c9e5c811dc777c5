termCard("wenshanhuihai",{"term":"文山会海","pinyin":"wén shān huì hǎi","kind":"比喻说法","met":"见于 1 件文件，2 处","url":"glossary/wenshanhuihai.html","unexplained":"所收文件未作解释"});
