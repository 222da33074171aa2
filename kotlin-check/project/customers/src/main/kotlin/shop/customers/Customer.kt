package shop.customers

import dev.tenon.annotation.Column
import dev.tenon.annotation.Default
import dev.tenon.annotation.Embedded
import dev.tenon.annotation.Id
import dev.tenon.annotation.TenantRoot
import dev.tenon.annotation.TenantScoped
import java.time.OffsetDateTime
import java.util.UUID

@JvmInline
value class Cents(val amount: Long)

enum class Kind(val label: String) { PRIVATE("p"), BUSINESS("b") }

data class Address(@field:Column(length = 80) val street: String, val floor: String?)

abstract class Dated {
    @field:Default("now()")
    var createdAt: OffsetDateTime = OffsetDateTime.now()
}

@TenantRoot
data class Customer(
    @field:Id val id: UUID,
    @field:Column(length = 200) val name: String,
    val nickname: String?,
    val kind: Kind = Kind.PRIVATE,
    val limit: Cents,
    @field:Embedded(prefix = "home_") val home: Address,
    @field:Column(name = "class") val customerClass: String,
) : Dated() {
    val shortName: String get() = nickname ?: name

    companion object {
        const val NAME_LENGTH = 200
    }
}

@TenantScoped
class Note(@field:Id val id: UUID, var text: String) : Dated() {
    lateinit var author: String
}
