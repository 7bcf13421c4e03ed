/** Headers by which middleware tells the handlers what it found; it always overwrites what a client sent. */

/** The `{user_id}` of `/api/{user_id}/…`, decoded. */
export const PATH_USER_HEADER = "x-errand-path-user";
/** The request's id, for the log and the answer. */
export const REQUEST_ID_HEADER = "x-request-id";
