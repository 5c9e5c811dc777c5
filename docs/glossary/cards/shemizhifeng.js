termCard("shemizhifeng",{"term":"奢靡之风","pinyin":"shē mí zhī fēng","kind":"问题表述","met":"见于 2 件文件，2 处","url":"glossary/shemizhifeng.html","unexplained":"所收文件未作解释"});
