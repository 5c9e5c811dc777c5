termCard("zhidudelongzi",{"term":"把权力关进制度的笼子里","pinyin":"bǎ quán lì guān jìn zhì dù de lóng zi lǐ","kind":"比喻说法","met":"见于 1 件文件，1 处","url":"glossary/zhidudelongzi.html","unexplained":"所收文件未作解释"});
