/** The annotations that users write on their entities. */
module dev.tenon.annotation {
    exports dev.tenon.annotation;
}
