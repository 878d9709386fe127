/** What the product is called in titles and in the header. */
export const PRODUCT_NAME = 'Official Accounts'
