termCard("shangyouzhengce",{"term":"上有政策、下有对策","pinyin":"shàng yǒu zhèng cè xià yǒu duì cè","kind":"问题表述","met":"见于 2 件文件，2 处","url":"glossary/shangyouzhengce.html","unexplained":"所收文件未作解释"});
