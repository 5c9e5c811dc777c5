termCard("sanlao",{"term":"老党员、老干部、老模范","pinyin":"lǎo dǎng yuán lǎo gàn bù lǎo mó fàn","kind":"单位与人员","met":"见于 1 件文件，1 处","url":"glossary/sanlao.html","unexplained":"所收文件未作解释"});
