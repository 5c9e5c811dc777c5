termCard("bagezhuanxiangzhengzhi",{"term":"八个专项整治","pinyin":"bā gè zhuān xiàng zhěng zhì","kind":"数字概括","met":"见于 1 件文件，1 处","url":"glossary/bagezhuanxiangzhengzhi.html","unexplained":"所收文件未作解释"});
