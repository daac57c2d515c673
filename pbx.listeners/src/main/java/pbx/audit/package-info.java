/** Source that bundles copy into themselves (bnd's -conditionalpackage): none of them needs another one to keep its trail. */
package pbx.audit;
