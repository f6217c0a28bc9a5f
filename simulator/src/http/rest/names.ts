/**
 * Names of standard fields, sublists and record types as REST web services write them (the REST API Browser): SuiteScript
 * has them in lower case. Custom ones, and those that are not listed, are the same in both.
 */
const NAMES = `
accountingPeriod accountType acctName acctNumber acctType addressBook addressBookAddress addressee addrPhone addrText
altEmail altName altPhone amountPaid amountRemaining amountRemainingTotalBox applyDate approvalStatus arAcct autoApply
baseCurrency billAddressList billingAddress cashRefund cashSale closedOn createdBy createdDate createdFrom creditMemo
creditLimit currencyName customForm customerDeposit customerPayment customerRefund dateCreated daysOverdue
daysUntilNetDue deferralAccount deferredRevenueAccount defaultBilling defaultShipping defaultTaxReg depositApplication
depositBalance directRevenuePosting discountItem discountRate discountTotal displayName displayNameWithHierarchy
displaySymbol dueDate emailPreference endDate entityId entityStatus entityTitle entityNumber estGrossProfit
excludeCommission exchangeRate externalId firstName foreignAmountUnpaid fullName generalRateType globalSubscriptionStatus
grossAmt incomeAccount includeChildren intercoTransaction inventoryItem invoiceGroup isAdjust isBaseCurrency isBillable
isClosed isDefaultBill isElimination isFulfillable isInactive isOnline isPerson isPosting isQuarter isResidential isSummary
isTaxable isYear itemId itemType journalEntry lastModifiedBy lastModifiedDate lastName legalName lineUniqueKey
linkedTrackingNumbers middleName minimumQuantity nonInventoryResaleItem nonInventorySaleItem nonInventoryPurchaseItem
nonInventoryItem openingBalance orderLine orderDoc orderDate orderPriority otherRefNum overrideHold parentRecord payment
paymentMethod periodName postingPeriod priceLevel quantityBilled quantityFulfilled rateAmount receivablesAccount refNum
returnAuthorization revRecEndDate revRecOnRevCommitment revRecStartDate revenueRecognitionRule
salesDescription salesEffectiveDate salesOrder salesRep salesTaxItem searchDisplayName serviceResaleItem serviceSaleItem
servicePurchaseItem serviceItem shipAddressList shipComplete shipDate shippingAddress shippingCost shipIsResidential
shipMethod startDate storeDescription subsidiaryTranId subtotal taxAccount taxAmount taxCode taxItem
taxPeriod taxRate taxRate1 taxSchedule taxTotal tax1Amt toBeEmailed toBeFaxed toBePrinted totalCostEstimate tranDate tranId
tranIsVsoeBundle transactionNumber unitPrice unitPriceLine unitsType vatRegNumber webSite
accountNumber addressBookAddress_text addressId allLocked allowNonGLChanges apLocked arLocked assetAccount autoName
billAddress closedOnDate cogsAccount companyName costingMethod createRevenuePlansOn currencyPrecision currencySymbol
dateDriven dayOfMonthNetDue daysUntilExpiry defaultAddress discountPercent dueNextMonthIfWithinDays emailTransactions
faxTransactions federalIdNumber generalRate giveAccess hireDate homePhone includeInFxRateUpdates internalId isMultiShipTo
isSalesRep itemSubtype mobilePhone overdueBalance overrideCurrencyFormat printOnCheckAs printTransactions
purchaseDescription recordType representingSubsidiary resaleNumber shipAddress statusRef tranPrefix upcCode vendorName
adjLocation adjustQtyBy averageCost currentValue defaultReturnCost estimatedTotalValue inventoryAdjustment itemFulfillment
itemReceipt itemReceive newQuantity quantityAvailable quantityBackOrdered quantityCommitted quantityOnHand quantityRemaining
shipStatus totalValue unitCost unitCostOverride
`
  .trim()
  .split(/\s+/);

const BY_LOWER_CASE = new Map(NAMES.map((name) => [name.toLowerCase(), name]));

/** A field, sublist or record type as REST web services name it: `tranDate` for `trandate`. */
export function restName(id: string): string {
  return BY_LOWER_CASE.get(id) ?? id;
}
