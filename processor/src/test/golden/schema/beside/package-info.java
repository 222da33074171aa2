@Schema(enums = Mood.class)
@Namespace(value = "reports", usableBy = {"reader", "clerk"})
@Namespace("billing")
@Sequence(name = "numbers", schema = "billing", usableBy = "clerk", readableBy = {"clerk", "reader"}, settableBy = "clerk")
package example;

import dev.tenon.annotation.Namespace;
import dev.tenon.annotation.Schema;
import dev.tenon.annotation.Sequence;
