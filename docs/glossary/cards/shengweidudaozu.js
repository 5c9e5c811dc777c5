termCard("shengweidudaozu",{"term":"省委各督导组","pinyin":"shěng wěi gè dū dǎo zǔ","kind":"机构","met":"见于 2 件，2 处","url":"glossary/shengweidudaozu.html","unexplained":"所收文件未作解释"});
