/** What users write on their entities. */
module dev.tenon.annotation {
    exports dev.tenon.annotation;
}
