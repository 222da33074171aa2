@Namespace(value = "public", usableBy = "reader", creatableBy = "builder")
package example;

import dev.tenon.annotation.Namespace;
