termCard("zhonggengzu",{"term":"中梗阻","pinyin":"zhōng gěng zǔ","kind":"比喻说法","met":"见于 1 件文件，1 处","url":"glossary/zhonggengzu.html","unexplained":"所收文件未作解释"});
