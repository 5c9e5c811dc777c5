termCard("zhongxinzu",{"term":"中心组学习","pinyin":"zhōng xīn zǔ xué xí","kind":"机构","met":"见于 3 件文件，3 处","url":"glossary/zhongxinzu.html","unexplained":"所收文件未作解释"});
