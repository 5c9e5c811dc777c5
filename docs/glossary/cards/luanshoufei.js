termCard("luanshoufei",{"term":"乱收费、乱罚款、乱摊派","pinyin":"luàn shōu fèi luàn fá kuǎn luàn tān pài","kind":"问题表述","met":"见于 2 件文件，3 处","url":"glossary/luanshoufei.html","unexplained":"所收文件未作解释"});
