termCard("wentixiayi",{"term":"问题下移、责任旁推","pinyin":"wèn tí xià yí zé rèn páng tuī","kind":"问题表述","met":"见于 1 件文件，1 处","url":"glossary/wentixiayi.html","unexplained":"所收文件未作解释"});
