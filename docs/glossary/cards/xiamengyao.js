termCard("xiamengyao",{"term":"下猛药、出重拳","pinyin":"xià měng yào chū zhòng quán","kind":"比喻说法","met":"见于 1 件文件，1 处","url":"glossary/xiamengyao.html","unexplained":"所收文件未作解释"});
