termCard("mennanjin",{"term":"门难进、脸难看、事难办","pinyin":"mén nán jìn liǎn nán kàn shì nán bàn","kind":"问题表述","met":"见于 2 件文件，4 处","url":"glossary/mennanjin.html","unexplained":"所收文件未作解释"});
